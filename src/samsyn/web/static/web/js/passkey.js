// Passkeys: asks the browser to make one or to use one, and sends what it answers with the form.

const WAYS = {
  make: (options) =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  use: (options) =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
};

const canUse = () => window.PublicKeyCredential?.parseCreationOptionsFromJSON !== undefined;

async function ask(form) {
  const told = form.querySelector("[data-passkey-told]");
  told.hidden = true;
  try {
    const options = JSON.parse(form.dataset.options).publicKey;
    const credential = await WAYS[form.dataset.passkey](options);
    form.elements.credential.value = JSON.stringify(credential.toJSON());
    form.submit();
  } catch {
    // Closed by the user, no such key here, or an address that browsers allow no keys on: the same to do.
    told.hidden = false;
  }
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!canUse()) continue;
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(form);
  });
}
