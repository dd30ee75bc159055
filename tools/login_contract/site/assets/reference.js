/* Shows the reference. Calls can be tried where a local Login server serves this page: at its own address. */
"use strict";
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const common = {
    content: window.DESCRIPTION,
    theme: "none",
    layout: "modern",
    withDefaultFonts: false,
    telemetry: false,
    agent: { disabled: true },
    mcp: { disabled: true },
    showDeveloperTools: "never",
    hideClientButton: true,
    hideSearch: true,
    hideDarkModeToggle: true,
    persistAuth: false,
    showOperationId: true,
    // Every call has samples of its own, which are tried; what Scalar would make is not.
    hiddenClients: true,
    generateTagSlug: tag => tag.name,
    generateOperationSlug: operation => operation.operationId || `${operation.method}${operation.path}`,
    generateWebhookSlug: webhook => webhook.name,
  };

  // What its markup has that screen readers stumble over: a section's id a second time, on the button that
  // opens it, and code that takes the focus although it fits, because it is broken into lines.
  const MENDED = [["button.show-more[id]", "id"], [".scalar-code-block > [tabindex]", "tabindex"]];
  const mend = () => MENDED.forEach(([found, attribute]) =>
    document.querySelectorAll(`#reference ${found}`).forEach(each => each.removeAttribute(attribute)));
  let due = false;
  const mendSoon = () => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => { due = false; mend(); });
  };
  new MutationObserver(mendSoon).observe(document.getElementById("reference"),
    { childList: true, subtree: true, attributeFilter: ["id", "tabindex"] });

  const show = served => {
    document.getElementById("from-disk").hidden = served;
    const mock = { url: `${location.origin}/api`, description: "The local Login server that serves this page" };
    const settings = () => ({
      ...common,
      forceDarkModeState: dark.matches ? "dark" : "light",
      hideTestRequestButton: !served,
      ...(served ? { servers: [mock, ...window.DESCRIPTION.servers] } : {}),
    });
    const shown = Scalar.createApiReference("#reference", settings());
    dark.addEventListener("change", () => shown.updateConfiguration(settings()));
  };

  // Elsewhere than on the mock, the answer is a refusal or no answer at all.
  const asked = location.protocol.startsWith("http") ? fetch("/healthz") : Promise.reject();
  asked.then(answer => show(answer.ok), () => show(false));
})();
