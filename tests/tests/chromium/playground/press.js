// Presses the button of the case `args.id`, and returns the text that the page then shows, with short names for the two
// origins and for times.
const within = document.getElementById(args.id);
const text = (selector, from = within) => [...from.querySelectorAll(selector)].map((node) => node.textContent.trim());
const verdict = within.querySelector(".verdict");
const button = within.querySelector("button");
button.click();
while (button.hasAttribute("aria-disabled")) await new Promise((done) => setTimeout(done, 5));

const exchanges = [...within.querySelectorAll(".exchanges > li")].flatMap((exchange) => [
  ...text(".line", exchange),
  ...text(".sent li", exchange).map((line) => `> ${line}`),
  ...text(".received li", exchange).map((line) => `< ${line}`),
]);
const lines = [verdict.textContent, ...text(".console"), ...text(".why li").map((line) => `- ${line}`), ...exchanges, ...text(".count")];
const api = document.getElementById("api-origin").textContent;
const shown = lines.join("\n").replaceAll(location.origin, "PAGE").replaceAll(api, "API");
return shown.replace(/preflight \d+ s ago/, "preflight some s ago");
