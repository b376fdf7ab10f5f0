// Making a passkey (cs.passkeys.add, called by the account page) and signing in with one ([data-passkey-enter] on the sign-in page).
window.cs ??= {};

const post = (path, body) => fetch(`/app/passkeys/${path}`, {
  method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'fetch' }, body: JSON.stringify(body ?? {}),
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

document.addEventListener('click', async event => {
  const button = event.target.closest?.('[data-passkey-enter]');
  if (!button || button.getAttribute('aria-busy') === 'true') return;
  const place = document.getElementById('passkey-fault');
  place.textContent = '';
  button.setAttribute('aria-busy', 'true');
  try {
    const asked = await post('ask');
    if (!asked.ok) throw new Error(await told(asked));
    const credential = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(await asked.json()) });
    const entered = await post('enter', { credential: JSON.stringify(credential), returnUrl: button.dataset.returnUrl ?? null });
    if (!entered.ok) throw new Error(await told(entered));
    location.assign((await entered.json()).to);
  } catch (error) {
    place.textContent = error instanceof DOMException || error instanceof TypeError || error.message === 'unknown' ? place.dataset.failed : error.message;
  } finally {
    button.removeAttribute('aria-busy');
  }
});
