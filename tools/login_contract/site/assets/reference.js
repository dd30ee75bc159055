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
