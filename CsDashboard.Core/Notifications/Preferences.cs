using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

/// <summary>
/// How people want to be notified. Customers and staff their own; staff and the service key those of any customer of the company.
/// </summary>
public sealed class Preferences(Store store, ICustomerAddresses addresses)
{
    /// <summary>The actor's own, or a customer's. NotFound for a customer who is not there or, to a customer, somebody else.</summary>
    public async Task<PreferencesView> Get(Actor actor, Guid? customerId = null)
    {
        var person = Whose(actor, customerId);
        await using var db = store.Open(actor);
        return await Read(db, person, IsCustomer(actor, customerId));
    }

    /// <summary>
    /// Changes what is named and gives everything back. Invalid for an unknown frequency and for malformed times. Safe to repeat.
    /// </summary>
    public async Task<PreferencesView> Change(Actor actor, PreferenceChange input, Guid? customerId = null)
    {
        var (person, isCustomer) = (Whose(actor, customerId), IsCustomer(actor, customerId));
        input.Checked();
        return await store.Write(
            actor,
            async db =>
            {
                var before = await Read(db, person, isCustomer);
                var after = input.Apply(before.Set);
                var language = isCustomer ? input.Language?.ToLowerInvariant() ?? before.Language : before.Language;
                if (after == before.Set && language == before.Language)
                    return before;
                var row = await db.NoticePreferences.SingleOrDefaultAsync(p => p.PersonId == person);
                if (row is null)
                    db.NoticePreferences.Add(row = new NoticePreferences { PersonId = person });
                row.Take(after, db.Actor.Now);
                var name = actor.Name;
                if (isCustomer)
                {
                    await addresses.Consent(db, person, after.Newsletter, after.Notifications, language);
                    name = (await addresses.Of(db, [person])).Single().Name;
                }
                if (after != before.Set)
                    db.Record(new PreferencesChanged(person, isCustomer, name, before.Set, after));
                await db.SaveChangesAsync();
                db.AnnounceAfterCommit(Topic.Of(actor.TenantId, person));
                return before with { Set = after, Language = language, UpdatedAt = db.Actor.Now };
            }
        );
    }

    private async Task<PreferencesView> Read(AppDb db, Guid person, bool isCustomer)
    {
        var row = await db.NoticePreferences.AsNoTracking().SingleOrDefaultAsync(p => p.PersonId == person);
        var set = row?.Set ?? NoticeSet.Unasked;
        if (!isCustomer)
        {
            var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == person) ?? throw Refusal.NotFound();
            return new(person, set, user.Language, user.TimeZone, false, row?.UpdatedAt);
        }
        var customer = (await addresses.Of(db, [person])).SingleOrDefault() ?? throw Refusal.NotFound(Words.Of("Customer_NotFound"));
        return new(
            person,
            set.Following(customer.Newsletter, customer.Notifications),
            customer.Language,
            customer.TimeZone,
            customer.Phone is not null,
            row?.UpdatedAt
        );
    }

    /// <summary>Customers are known by their record, staff by their account.</summary>
    internal static Guid Whose(Actor actor, Guid? customerId)
    {
        if (actor.Role == Role.Customer)
            return actor.DemandCustomer() is var own && (customerId is null || customerId == own)
                ? own
                : throw Refusal.NotFound(Words.Of("Customer_NotFound"));
        if (customerId is null)
            return actor.DemandUser();
        actor.Demand(NotificationRights.SeeOthers);
        return customerId.Value;
    }

    private static bool IsCustomer(Actor actor, Guid? customerId) => customerId is not null || actor.Role == Role.Customer;
}
