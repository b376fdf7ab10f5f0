// Making a passkey (cs.passkeys.add, called by the account page) and signing in or confirming (data-passkey-enter="prove") with one: by [data-passkey-enter], or,
// where the browser can, by choosing it in the field whose autocomplete has webauthn.
window.cs ??= {};

const post = (path, body, signal) => fetch(`/app/passkeys/${path}`, {
  method: 'POST', signal, headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'fetch' }, body: JSON.stringify(body ?? {}),
});
const told = async answer => (await answer.json().catch(() => ({}))).message ?? 'unknown';

cs.passkeys = {
  // Null when it is kept; else what to tell.
  async add(name) {
    try {
      const asked = await post('new');
      if (!asked.ok) return await told(asked);
      const credential = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(await asked.json()) });
      const kept = await post('', { name, credential: JSON.stringify(credential) });
      return kept.ok ? null : await told(kept);
    } catch (error) {
      return error.name === 'NotAllowedError' ? 'cancelled' : 'unknown';
    }
  },
};

async function ask(more) {
  const asked = await post('ask', {}, more?.signal);
  if (!asked.ok) throw new Error(await told(asked));
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(await asked.json()), ...more });
}
async function enter(credential, button) {
  const entered = await post(button.dataset.passkeyEnter || 'enter', { credential: JSON.stringify(credential), returnUrl: button.dataset.returnUrl ?? null });
  if (!entered.ok) throw new Error(await told(entered));
  location.assign((await entered.json()).to);
}
function tell(error) {
  const place = document.getElementById('passkey-fault');
  if (place) place.textContent = error instanceof DOMException || error instanceof TypeError || error.message === 'unknown' ? place.dataset.failed : error.message;
}

// The browser is asked once at a time: by the button, or by the e-mail field, which offers passkeys among the addresses it knows.
let offered;
const withdraw = () => {
  clearTimeout(offered?.timer);
  offered?.abort.abort();
  offered = undefined;
};
// The server's challenge is valid for five minutes and for the last page that asked, so it is renewed before that, and when the page comes
// to the front again.
async function offer() {
  withdraw();
  const button = document.querySelector('[data-passkey-enter]:not([data-passkey-enter=prove])');
  if (!button || button.getAttribute('aria-busy') === 'true' || document.hidden) return;
  const abort = new AbortController();
  offered = { abort, timer: setTimeout(offer, 4 * 60_000) };
  let credential;
  try {
    if (!await PublicKeyCredential.isConditionalMediationAvailable()) return;
    credential = await ask({ mediation: 'conditional', signal: abort.signal });
  } catch {
    // Not available here, or cancelled: the button and the password remain.
    return;
  }
  withdraw();
  await enter(credential, button).catch(tell);
}
offer();
globalThis.Blazor?.addEventListener?.('enhancedload', offer);
document.addEventListener('visibilitychange', offer);
document.addEventListener('submit', event => { if (event.target.querySelector?.('[autocomplete~=webauthn]')) withdraw(); }, true);

document.addEventListener('click', async event => {
  const button = event.target.closest?.('[data-passkey-enter]');
  if (!button || button.getAttribute('aria-busy') === 'true') return;
  withdraw();
  document.getElementById('passkey-fault').textContent = '';
  button.setAttribute('aria-busy', 'true');
  try {
    await enter(await ask(), button);
  } catch (error) {
    tell(error);
  } finally {
    button.removeAttribute('aria-busy');
  }
});
