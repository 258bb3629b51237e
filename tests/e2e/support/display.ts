import type { Launched } from './launch.ts';

/** Gives the display's window a size and waits until its page has it. */
export async function resizeDisplay(kiosk: Launched, width: number, height: number): Promise<void> {
  const display = await kiosk.face('display');
  await kiosk.app.evaluate(
    ({ BrowserWindow }, size) => {
      const window = BrowserWindow.getAllWindows().find((each) =>
        each.webContents.getURL().includes('display.html'),
      );
      window?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  await display.waitForFunction(
    (size) => window.innerWidth === size.width && window.innerHeight === size.height,
    { width, height },
  );
}
