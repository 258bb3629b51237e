import { createRandom, type SceneContext } from './scene-canvas.ts';

/** A wooden desk under a lamp. */
export function drawTable(context: SceneContext, width: number, height: number) {
  const wood = context.createLinearGradient(0, 0, width, height);
  wood.addColorStop(0, '#9b7250');
  wood.addColorStop(0.5, '#8a6244');
  wood.addColorStop(1, '#6f4d35');
  context.fillStyle = wood;
  context.fillRect(0, 0, width, height);
  const random = createRandom(18_04);
  for (let grain = 0; grain < 150; grain += 1) {
    const y = random() * height;
    const bend = (random() - 0.5) * 36;
    context.strokeStyle = `rgba(${random() < 0.5 ? '52, 32, 18' : '205, 160, 118'}, ${0.04 + random() * 0.1})`;
    context.lineWidth = 0.8 + random() * 2.4;
    context.beginPath();
    context.moveTo(0, y);
    context.bezierCurveTo(width * 0.3, y + bend, width * 0.7, y - bend, width, y + bend / 3);
    context.stroke();
  }
  for (const seam of [0.335, 0.67]) {
    context.fillStyle = 'rgba(36, 20, 10, 0.42)';
    context.fillRect(0, height * seam, width, 2.5);
    context.fillStyle = 'rgba(226, 186, 142, 0.18)';
    context.fillRect(0, height * seam + 2.5, width, 1.5);
  }
  const lamp = context.createRadialGradient(
    width * 0.44,
    height * 0.4,
    80,
    width / 2,
    height / 2,
    width * 0.72,
  );
  lamp.addColorStop(0, 'rgba(255, 246, 226, 0.30)');
  lamp.addColorStop(0.55, 'rgba(255, 246, 226, 0.04)');
  lamp.addColorStop(1, 'rgba(18, 8, 0, 0.42)');
  context.fillStyle = lamp;
  context.fillRect(0, 0, width, height);
}
