import { useEffect, useState } from 'react';

/** Is a camera plugged in? Undefined until the browser said. Nothing is opened, so no light goes on. */
export function useCameraThere(): boolean | undefined {
  const [there, setThere] = useState<boolean>();
  useEffect(() => {
    const { mediaDevices } = navigator;
    let over = false;
    const look = () => {
      mediaDevices.enumerateDevices().then(
        (devices) => {
          if (!over) setThere(devices.some(({ kind }) => kind === 'videoinput'));
        },
        () => {
          if (!over) setThere(undefined);
        },
      );
    };
    look();
    mediaDevices.addEventListener('devicechange', look);
    return () => {
      over = true;
      mediaDevices.removeEventListener('devicechange', look);
    };
  }, []);
  return there;
}
