using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security;

/// <summary>What admins decide about the security service. Secrets lie encrypted in the database.</summary>
public sealed class SecuritySettings(Store store, IDataProtectionProvider protection)
{
    /// <summary>Whether payments are judged, and whether there is a secret for signed calls. For admins.</summary>
    public async Task<(bool Judges, bool HasSecret)> Get(Actor actor)
    {
        actor.Demand(SecurityRights.Oversee);
        await using var db = store.Open(actor);
        var terms = await Of(db);
        return (terms is not { JudgesNothing: true }, terms?.Secret is not null);
    }

    /// <summary>Switches the judging of payments on or off. For admins. Safe to repeat.</summary>
    public Task Judge(Actor actor, bool isOn) =>
        Change(
            actor,
            terms =>
            {
                var was = !terms.JudgesNothing;
                terms.JudgesNothing = !isOn;
                return was == isOn ? null : new SecurityTermsChanged(actor.TenantId, was, isOn, IsRenewed: false);
            }
        );

    /// <summary>
    /// Makes a new secret for signed calls and gives it, once; the one before holds until the next, so that senders can change over. For
    /// admins.
    /// </summary>
    public async Task<string> Renew(Actor actor)
    {
        var secret = "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(24));
        await Change(
            actor,
            terms =>
            {
                (terms.SecretBefore, terms.Secret) = (terms.Secret, Protector(actor).Protect(secret));
                return new SecurityTermsChanged(actor.TenantId, !terms.JudgesNothing, !terms.JudgesNothing, IsRenewed: true);
            }
        );
        return secret;
    }

    /// <summary>The secrets that hold, the newest first.</summary>
    internal async Task<IReadOnlyList<string>> Secrets(AppDb db)
    {
        var terms = await Of(db);
        return [.. new[] { terms?.Secret, terms?.SecretBefore }.OfType<string>().Select(Protector(db.Actor).Unprotect)];
    }

    internal static Task<SecurityTerms?> Of(AppDb db) => db.Set<SecurityTerms>().AsNoTracking().SingleOrDefaultAsync();

    private Task Change(Actor actor, Func<SecurityTerms, SecurityTermsChanged?> change)
    {
        actor.Demand(SecurityRights.Oversee);
        return store.Write(
            actor,
            async db =>
            {
                var terms = await db.Set<SecurityTerms>().SingleOrDefaultAsync();
                if (terms is null)
                    db.Add(terms = new SecurityTerms { TenantId = actor.TenantId });
                if (change(terms) is { } changed)
                    db.Record(changed);
            }
        );
    }

    private IDataProtector Protector(Actor company) => protection.CreateProtector("CsDashboard.Security", company.TenantId.ToString());
}
