// Sends a request as `Asked::to_json` says, and returns what the script gets.
const bodies = {
  text: () => args.body.text,
  form: () => new URLSearchParams(args.body.text),
  bytes: () => new TextEncoder().encode(args.body.text),
  blob: () => new Blob([args.body.text], {type: args.body.type}),
};
const body = args.body ? bodies[args.body.kind]() : undefined;

async function viaFetch() {
  const {method, headers, mode, credentials, redirect} = args;
  const got = await fetch(args.url, {method, headers, mode, credentials, redirect, body});
  const {type, status, url, redirected} = got;
  return {type, status, url, redirected, headers: [...got.headers], body: await got.text()};
}

function viaXhr() {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(args.method, args.url);
    xhr.withCredentials = args.credentials === "include";
    args.headers.forEach(([name, value]) => xhr.setRequestHeader(name, value));
    if (args.listen) xhr.upload.addEventListener("progress", () => {});
    xhr.onerror = () => reject(new TypeError("error event"));
    xhr.onload = () => {
      const lines = xhr.getAllResponseHeaders().split("\r\n").filter(line => line);
      const headers = lines.map(line => [line.split(": ", 1)[0], line.slice(line.indexOf(": ") + 2)]);
      resolve({status: xhr.status, url: xhr.responseURL, headers, body: xhr.responseText});
    };
    xhr.send(body);
  });
}

return args.xhr ? viaXhr() : viaFetch();
