"use strict";

// The page calls the API by `fetch()`, as any page would, and then its own server for the exchanges that the API
// recorded.

const $ = (selector, within = document) => within.querySelector(selector);
let setup;
let last;

async function start() {
  setup = await own("/setup");
  last = setup.last;
  $("#page-origin").textContent = location.origin;
  $("#api-origin").textContent = setup.api;
  $("#cases").append(...setup.cases.map(showCase));
  $("#contents").append(...setup.cases.map(({ id, title }) => element("li", link(`#${id}`, ...withCode(title)))));
  if (location.hash) $(location.hash)?.scrollIntoView();
}

function showCase(test) {
  const article = $("#case").content.cloneNode(true).firstElementChild;
  article.id = test.id;
  article.setAttribute("aria-labelledby", `${test.id}-title`);
  const title = $("h3", article);
  title.id = `${test.id}-title`;
  title.append(...withCode(test.title));
  $(".lesson", article).append(...withCode(test.lesson));
  $(".script", article).textContent = scriptOf(test);
  $(".handler", article).append(...withAttribute(test.source));
  const button = $("button", article);
  button.append("Send ", code(`${test.method} ${test.path}`));
  button.setAttribute("aria-describedby", title.id);
  $(".again", article).textContent = test.again ?? "";
  button.addEventListener("click", () => run(test, article, button));
  return article;
}

async function run(test, article, button) {
  if (button.hasAttribute("aria-disabled")) return;
  button.setAttribute("aria-disabled", "true");
  // A different text in between, so that screen readers announce the next one even if it equals the last.
  const verdict = $(".verdict", article);
  verdict.textContent = "Sending…";
  delete article.dataset.outcome;
  try {
    const since = last;
    const got = await send(test);
    const outcome = await own(`/outcome?case=${test.id}&since=${since}`);
    last = outcome.last;
    showOutcome(article, got, outcome);
    const counts = `${number(outcome.preflights, "preflight")}, ${number(outcome.requests, "request")}`;
    $(".count", article).append("Since the start, for ", code(`${test.method} ${test.path}`), `: ${counts}.`);
  } catch (error) {
    verdict.textContent = "";
    fail(error);
  } finally {
    button.removeAttribute("aria-disabled");
  }
}

/** What a script gets: of a blocked answer nothing but a `TypeError`. */
async function send(test) {
  try {
    const response = await fetch(setup.api + test.path, optionsOf(test));
    return { status: response.status, headers: new Map(response.headers), body: await response.text() };
  } catch (error) {
    return { error: String(error), headers: new Map() };
  }
}

function optionsOf({ method, headers, credentials, body }) {
  const options = {};
  if (method !== "GET") options.method = method;
  if (headers.length > 0) options.headers = Object.fromEntries(headers);
  if (credentials) options.credentials = "include";
  if (body !== null) options.body = body;
  return options;
}

function scriptOf(test) {
  const url = JSON.stringify(setup.api + test.path);
  const options = Object.entries(optionsOf(test)).map(([key, value]) => `  ${key}: ${literal(value)},\n`);
  return options.length === 0 ? `await fetch(${url});` : `await fetch(${url}, {\n${options.join("")}});`;
}

function literal(value) {
  if (typeof value === "object") {
    return `{ ${Object.entries(value).map(([name, text]) => `${literal(name)}: ${literal(text)}`).join(", ")} }`;
  }
  return value.includes('"') ? `'${value}'` : `"${value}"`;
}

/** Shows what the script got, and what lay behind it, below the button. */
function showOutcome(article, got, { exchanges, explanation }) {
  const readable = got.error === undefined;
  article.dataset.outcome = readable ? "readable" : "blocked";
  const asked = exchanges.some((exchange) => exchange.preflight_for !== null);
  const what = readable
    ? `Readable. The script got status ${got.status}` + (got.body ? ` and “${got.body}”` : " and no text")
    : `Blocked. The script got only “${got.error}”`;
  $(".verdict", article).textContent = `${what}. ${asked ? "There was a preflight." : "There was no preflight."}`;

  const result = $("#result").content.cloneNode(true).firstElementChild;
  if (!readable && explanation.console) {
    const { text, entry } = explanation.console;
    const sentence = element("q", text);
    $(".console", result).append("In the console, Chrome says: ", sentence, " ", link(entry, "What to look at"));
  } else $(".console", result).remove();
  const why = explanation.why.map((text) => element("li", ...withCode(text)));
  if (explanation.readable !== readable) {
    why.push(element("li", "Your browser decided differently from the Fetch Standard; its console has the reason."));
  }
  if (readable) why.push(element("li", ...withCode(`The script can read these response headers: ${namesOf(got)}. Others need \`expose_headers\`.`)));
  $(".why", result).append(...why);
  $(".exchanges", result).append(...exchanges.map((exchange) => showExchange(exchange, got)));
  // On a phone the lists of headers would push the next request out of sight.
  $("details", result).open = matchMedia("(min-width: 40rem)").matches;
  $(".result", article)?.remove();
  $(".verdict", article).after(result);
}

function namesOf({ headers }) {
  const names = [...headers.keys()].map((name) => `\`${name}\``);
  return names.length > 0 ? names.join(", ") : "none";
}

function showExchange(exchange, got) {
  const item = $("#exchange").content.cloneNode(true).firstElementChild;
  const isPreflight = exchange.preflight_for !== null;
  const line = `${exchange.method} ${exchange.path}`;
  $(".line", item).append(isPreflight ? "Preflight: " : "Request: ", code(line), ` → ${exchange.status}`);
  // Header lines of the response that are hidden from the script.
  const hidden = ([name]) => !isPreflight && !got.headers.has(name);
  const [sent, unusedSent] = split(exchange.sent);
  const [received, unusedReceived] = split(exchange.received);
  $(".sent", item).append(...sent.map((header) => showHeader(header, false)));
  $(".received", item).append(...received.map((header) => showHeader(header, hidden(header))));
  if (received.length === 0) $(".received", item).append(element("li", "no CORS headers"));
  const others = [...unusedSent, ...unusedReceived];
  $(".others", item).append(...others.map((header) => showHeader(header, false)));
  $("details", item).hidden = others.length === 0;
  return item;
}

const UNUSED = /^(accept(-.*)?|connection|content-length|date|dnt|host|pragma|cache-control|referer|sec-.*|transfer-encoding|upgrade-.*|user-agent)$/;

function split(headers) {
  return [headers.filter(([name]) => !UNUSED.test(name)), headers.filter(([name]) => UNUSED.test(name))];
}

function showHeader([name, value], hidden) {
  const item = element("li", code(`${name}: ${value}`));
  if (hidden) item.prepend(element("small", "hidden from the script"), " ");
  return item;
}

/** The text with what stands between backticks as code. */
function withCode(text) {
  return text.split("`").map((part, index) => (index % 2 === 1 ? code(part) : part));
}

/** The source with `#[cors(…)]` marked. */
function withAttribute(source) {
  const attribute = source.match(/^#\[cors\([^]*?\)\]$/m)?.[0];
  if (attribute === undefined) return [source];
  const [before, after] = source.split(attribute);
  return [before, element("mark", attribute), after];
}

function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

function link(href, ...content) {
  const made = element("a", ...content);
  made.href = href;
  return made;
}

function code(text) {
  return element("code", text);
}

function number(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** From the page's own origin, where CORS has no part. */
async function own(path, options = {}) {
  const response = await fetch(path, { cache: "no-store", ...options });
  if (!response.ok) throw new Error(`${path}: status ${response.status}`);
  return response.json();
}

function fail(error) {
  const failure = $("#failure");
  failure.textContent = `The page's own server does not answer: is the example still running? (${error.message})`;
  failure.hidden = false;
}

start().catch(fail);
