using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

/// <summary>What is to be different; null leaves it. General switches are taken before the particular ones of <see cref="Switches"/>.</summary>
public sealed class PreferenceChange
{
    /// <summary>Channels as a whole; their topics stay as they were chosen.</summary>
    public IReadOnlyList<(Channel Channel, bool On)> Channels { get; set; } = [];
    /// <summary>Tickets and orders by every channel (004).</summary>
    public bool? Notifications { get; set; }
    /// <summary>News by mail (004).</summary>
    public bool? Newsletter { get; set; }
    public IReadOnlyDictionary<NoticeTopic, bool> Topics { get; set; } = new Dictionary<NoticeTopic, bool>();
    public IReadOnlyList<(Channel Channel, NoticeTopic Topic, bool On)> Switches { get; set; } = [];
    [OneOf("immediate", "daily")] public string? Frequency { get; set; }
    public bool? QuietHours { get; set; }
    /// <summary>As 22:00; one that is given switches the quiet hours on.</summary>
    [ClockTime] public string? QuietFrom { get; set; }
    [ClockTime] public string? QuietUntil { get; set; }
    [OneOf("en", "ar")] public string? Language { get; set; }

    internal NoticeSet Apply(NoticeSet set)
    {
        foreach (var (channel, on) in Channels) set = set.With(channel, on);
        if (Frequency is { } f) set = set with { Daily = f.Equals("daily", StringComparison.OrdinalIgnoreCase) };
        if (Notifications is { } underWay) set = set.Following(set.Newsletter, underWay);
        foreach (var (topic, on) in Topics) set = set.With(topic, on);
        if (Newsletter is { } news) set = set.With(Channel.Email, NoticeTopic.News, news);
        foreach (var (channel, topic, on) in Switches) set = set.With(channel, topic, on);
        var quiet = QuietHours ?? (QuietFrom ?? QuietUntil) is not null;
        if (quiet) set = set with { QuietFrom = ClockTimeAttribute.Read(QuietFrom) ?? set.QuietFrom ?? NoticeSet.UsualNight.From, QuietUntil = ClockTimeAttribute.Read(QuietUntil) ?? set.QuietUntil ?? NoticeSet.UsualNight.Until };
        else if (QuietHours == false) set = set with { QuietFrom = null, QuietUntil = null };
        if (set.QuietFrom is { } from && from == set.QuietUntil) throw Refusal.Invalid("quietUntil", Words.Of("Quiet_Empty"));
        return set;
    }
}

/// <summary>A time of the day as a clock shows it: 22:00.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ClockTimeAttribute : System.ComponentModel.DataAnnotations.ValidationAttribute
{
    public static TimeOnly? Read(string? text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? new TimeOnly(time.Hour, time.Minute) : null;

    protected override System.ComponentModel.DataAnnotations.ValidationResult? IsValid(object? value, System.ComponentModel.DataAnnotations.ValidationContext context) =>
        string.IsNullOrEmpty(value as string) || Read(value as string) is not null ? null : new(Words.Of("ClockTime_Bad"), [context.MemberName ?? ""]);
}

/// <summary>A person's preferences, whose they are, and the language and zone that go with them.</summary>
public sealed record PreferencesView(Guid PersonId, NoticeSet Set, string Language, string TimeZone, bool HasPhone, DateTimeOffset? UpdatedAt);

public sealed record PreferencesChanged(Guid PersonId, bool IsCustomer, string Name, NoticeSet From, NoticeSet To) : IEvent
{
    public Subject About => new(IsCustomer ? "customer" : "user", PersonId);
    public (string, object?[]) Sentence => ("Event_PreferencesChanged", [Name]);
    public object? Before => Facts(From);
    public object? After => Facts(To);
    public Guid? ForCustomer => IsCustomer ? PersonId : null;

    private static Dictionary<string, object?> Facts(NoticeSet set)
    {
        var facts = Channel.All.ToDictionary(channel => channel.Word, channel => (object?)set.Is(channel));
        foreach (var channel in Channel.All) facts[channel.Word + "Topics"] = set.Of(channel).Topics.ToString();
        facts["daily"] = set.Daily;
        facts["quiet"] = set.QuietFrom is { } from ? string.Create(CultureInfo.InvariantCulture, $"{from:HH:mm}-{set.QuietUntil:HH:mm}") : null;
        return facts;
    }
}

/// <summary>How people want to be told of things. Customers and staff their own; staff and the service key those of any customer of the company.</summary>
public sealed class Preferences(Store store, ICustomerAddresses addresses)
{
    /// <summary>The actor's own, or a customer's. NotFound for a customer who is not there or, to a customer, somebody else.</summary>
    public async Task<PreferencesView> Get(Actor actor, Guid? customerId = null)
    {
        var person = Whose(actor, customerId);
        await using var db = store.Open(actor);
        return await Read(db, person, IsCustomer(actor, customerId));
    }

    /// <summary>Changes what is named and gives all back. Invalid for a frequency that is no word of it and for times that are none. Safe to repeat.</summary>
    public async Task<PreferencesView> Change(Actor actor, PreferenceChange input, Guid? customerId = null)
    {
        var (person, isCustomer) = (Whose(actor, customerId), IsCustomer(actor, customerId));
        input.Checked();
        return await store.Write(actor, async db =>
        {
            var before = await Read(db, person, isCustomer);
            var after = input.Apply(before.Set);
            var language = isCustomer ? input.Language?.ToLowerInvariant() ?? before.Language : before.Language;
            if (after == before.Set && language == before.Language) return before;
            var row = await db.NoticePreferences.SingleOrDefaultAsync(p => p.PersonId == person);
            if (row is null) db.NoticePreferences.Add(row = new NoticePreferences { PersonId = person });
            row.Take(after, db.Actor.Now);
            var name = actor.Name;
            if (isCustomer)
            {
                await addresses.Consent(db, person, after.Newsletter, after.Notifications, language);
                name = (await addresses.Of(db, [person])).Single().Name;
            }
            if (after != before.Set) db.Record(new PreferencesChanged(person, isCustomer, name, before.Set, after));
            await db.SaveChangesAsync();
            db.AnnounceAfterCommit(Topic.Of(actor.TenantId, person));
            return before with { Set = after, Language = language, UpdatedAt = db.Actor.Now };
        });
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
        return new(person, set.Following(customer.Newsletter, customer.Notifications), customer.Language, customer.TimeZone, customer.Phone is not null, row?.UpdatedAt);
    }

    /// <summary>Customers are known by their record, staff by their account.</summary>
    internal static Guid Whose(Actor actor, Guid? customerId)
    {
        if (actor.Role == Role.Customer) return actor.DemandCustomer() is var own && (customerId is null || customerId == own) ? own : throw Refusal.NotFound(Words.Of("Customer_NotFound"));
        if (customerId is null) return actor.DemandUser();
        actor.Demand(NotificationRights.SeeOthers);
        return customerId.Value;
    }

    private static bool IsCustomer(Actor actor, Guid? customerId) => customerId is not null || actor.Role == Role.Customer;
}

/// <summary>What is to be known of somebody who is about to be told something.</summary>
internal sealed record Reader(NoticeSet Set, string Language, TimeZoneInfo Zone, string? Phone)
{
    /// <summary>For some, by the order in which they are given. Three questions at most, however many they are.</summary>
    public static async Task<IReadOnlyList<Reader>> Of(AppDb db, ICustomerAddresses addresses, IReadOnlyList<Recipient> to)
    {
        var people = to.Select(Person).OfType<Guid>().Distinct().ToList();
        if (people.Count == 0) return [.. to.Select(r => new Reader(NoticeSet.Unasked, r.Language, TimeZoneInfo.Utc, null))];
        var rows = await db.NoticePreferences.AsNoTracking().Where(p => people.Contains(p.PersonId)).ToDictionaryAsync(p => p.PersonId);
        var ids = to.Select(r => r.CustomerId).OfType<Guid>().Distinct().ToList();
        var customers = ids.Count == 0 ? [] : (await addresses.Of(db, ids)).ToDictionary(c => c.Id);
        var staff = rows.Keys.Except(ids).ToList();
        var zones = staff.Count == 0 ? [] : await db.Users.Where(u => staff.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.TimeZone);
        return [.. to.Select(one =>
        {
            var set = Person(one) is { } id && rows.TryGetValue(id, out var row) ? row.Set : NoticeSet.Unasked;
            if (one.CustomerId is { } customer && customers.TryGetValue(customer, out var record)) return new Reader(set.Following(record.Newsletter, record.Notifications), one.Language, Zones.Of(record.TimeZone), record.Phone);
            return new Reader(set, one.Language, Zones.Of(one.UserId is { } user ? zones.GetValueOrDefault(user) : null), null);
        })];
    }

    private static Guid? Person(Recipient to) => to.CustomerId ?? to.UserId;
}
