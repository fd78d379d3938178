"use strict";

// The form. The server of the page checks the policy and asks the model of a browser, so nothing is sent to another origin.

const form = $("#own form");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const article = $("#own");
  // A different text in between, so that screen readers announce the next one even if it equals the last.
  $(".verdict", article).textContent = "Asking…";
  try {
    showAnswer(article, await own("/own", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(valuesOf(form)),
    }));
  } catch (error) {
    $(".verdict", article).textContent = "";
    fail(error);
  }
});

$("#own .copy").addEventListener("click", async ({ currentTarget: button }) => {
  await navigator.clipboard.writeText($("#own .attribute").textContent);
  button.textContent = "Copied";
});

function valuesOf({ elements }) {
  const fields = [...elements].filter(({ name }) => name !== "");
  return Object.fromEntries(fields.map(({ name, type, checked, value }) => [name, type === "checkbox" ? checked : value]));
}

function showAnswer(article, { attribute, mistakes, explanation, exchanges }) {
  $(".result", article)?.remove();
  $(".mistakes", article).replaceChildren(...mistakes.map(({ text }) => element("li", ...withCode(text))));
  for (const field of form.elements) {
    if (mistakes.some(({ key }) => key === field.name)) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
  $("figure", article).hidden = attribute === null;
  $(".copy", article).textContent = "Copy the attribute";
  if (attribute === null) {
    article.dataset.outcome = "blocked";
    $(".verdict", article).textContent = `The policy does not compile: ${number(mistakes.length, "mistake")}.`;
    return;
  }
  $(".attribute", article).textContent = attribute;
  const got = explanation.readable
    ? { status: exchanges.at(-1).status, body: "", headers: new Map(explanation.names.map((name) => [name, ""])) }
    : { error: "TypeError: Failed to fetch", headers: new Map() };
  showOutcome(article, got, { exchanges, explanation });
}
