/** A face without screens: keeps what the shell told it and calls the echo station. */
const states = [];
const watchers = new Set();
let port;
let pending = [];

window.addEventListener('message', (event) => {
  if (event.source !== window || event.data?.topic !== 'anjungan-station') return;
  states.push(event.data.state === 'fatal' ? `fatal ${event.data.reason}` : event.data.state);
  if (event.data.state === 'connected') {
    port = event.ports[0];
    pending = [];
    port.onmessage = ({ data }) => pending.shift()?.(data);
    pending.push(() => {});
  }
  document.querySelector('#state').textContent = states.join(' ');
  for (const watcher of watchers) watcher();
});

window.shellTest = {
  states,
  /** Settles with every state told so far once there are `count` of them. */
  stateCount: (count) =>
    new Promise((resolve) => {
      function look() {
        if (states.length < count) return;
        watchers.delete(look);
        resolve([...states]);
      }
      watchers.add(look);
      look();
    }),
  call: (data) =>
    new Promise((resolve) => {
      pending.push(resolve);
      port.postMessage(data);
    }),
};

window.postMessage('anjungan-face-listens', window.location.origin);
requestAnimationFrame(() => window.postMessage('anjungan-face-interactive', window.location.origin));
