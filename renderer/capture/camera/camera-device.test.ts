import { expect, test } from 'vitest';
import { cameraTitle, findCamera, isPracticeCamera, listCameras } from './camera-device.ts';

const devices = listCameras([
  { kind: 'audioinput', deviceId: 'microphone', label: 'Webcam' },
  { kind: 'videoinput', deviceId: 'one', label: 'Webcam (046d:0825)' },
  { kind: 'videoinput', deviceId: 'two', label: 'Doc Camera (1b17:0211)' },
  { kind: 'videoinput', deviceId: 'three', label: 'Webcam (046d:0825)' },
]);

test('cameras alike are told apart by their place', () => {
  expect(devices.map(({ id, place }) => [id, place])).toEqual([
    ['one', 0],
    ['two', 0],
    ['three', 1],
  ]);
  expect(findCamera(devices, { label: 'Webcam (046d:0825)', place: 1 })?.id).toBe('three');
  expect(findCamera(devices, { label: 'Webcam (046d:0825)', place: 2 })).toBeNull();
});

test('nobody chose a camera without a name', () => {
  expect(findCamera([{ id: '', label: '', place: 0 }], { label: '', place: 0 })).toBeNull();
  expect(findCamera(devices, null)).toBeNull();
});

test('a title is what a person would call it', () => {
  expect(devices.map(cameraTitle)).toEqual(['Webcam', 'Doc Camera', 'Webcam (2)']);
});

test('the film of practice mode is told from real cameras', () => {
  const names = ['/any/folder/camera.mjpeg', 'Webcam (046d:0825)', 'fake_device_0'];
  expect(names.map((label) => isPracticeCamera({ label, place: 0 }))).toEqual([true, false, false]);
});
