// Fills in `args.fields` of the form, sends it as a keyboard does, and returns the attribute and what the page then says.
const own = document.getElementById("own");
const form = own.querySelector("form");
for (const [name, value] of args.fields) {
  const field = form.elements[name];
  if (field.type === "checkbox") field.checked = value === "true";
  else field.value = value;
}
const verdict = own.querySelector(".verdict");
form.requestSubmit();
while (verdict.textContent === "Asking…") await new Promise((done) => setTimeout(done, 5));
const text = (selector) => [...own.querySelectorAll(selector)].map((node) => node.textContent.trim());
const attribute = own.querySelector("figure").hidden ? "" : own.querySelector(".attribute").textContent;
return [attribute, verdict.textContent, ...text(".mistakes li"), ...text(".why li")];
