namespace CsDashboard.Customers;

public sealed partial class Customer
{
    /// <summary>The record that took this one over. It stays and leads there: none of its names is given to anybody else.</summary>
    public Guid? MergedInto { get; private set; }

    // Derived, and kept only to be looked up by: what is read back is derived anew.
    public string MailKey { get => Likeness.OfEmail(NormalizedEmail); private set { } }
    public string? PhoneKey { get => Phones.Key(Phone); private set { } }
    public string? NameKey { get => Likeness.OfName(Name); private set { } }

    internal MergeState State => new(Facts, Type, MembershipTier);

    internal void LeadTo(Guid winner) => MergedInto = winner;

    internal void StandAlone() => MergedInto = null;

    internal void Become(MergeState state)
    {
        var facts = state.Facts;
        (Name, OtherName, Phone, Company, Country, Language, TimeZone) = (facts.Name, facts.OtherName, facts.Phone, facts.Company, facts.Country, facts.Language, facts.TimeZone);
        (TagText, Newsletter, Notifications, PropFirm, AccountType, AccountSize) = (facts.Tags, facts.Newsletter, facts.Notifications, facts.PropFirm, facts.AccountType, facts.AccountSize);
        Birthday = facts.Birthday;
        (Type, MembershipTier) = (state.Type, state.Tier);
    }
}

/// <summary>What of a record a merge decides on.</summary>
internal sealed record MergeState(CustomerFacts Facts, CustomerType Type, string Tier);

/// <summary>A field that a merge takes from one record or the other, under the name that programs give it.</summary>
internal sealed record MergeField(string Name, Func<MergeState, object?> Get, Func<MergeState, MergeState, MergeState> Take)
{
    public static readonly IReadOnlyList<MergeField> All =
    [
        Of("name", f => f.Name, (f, o) => f with { Name = o.Name }),
        Of("otherName", f => f.OtherName, (f, o) => f with { OtherName = o.OtherName }),
        Of("phone", f => f.Phone, (f, o) => f with { Phone = o.Phone }),
        Of("company", f => f.Company, (f, o) => f with { Company = o.Company }),
        Of("country", f => f.Country, (f, o) => f with { Country = o.Country }),
        Of("language", f => f.Language, (f, o) => f with { Language = o.Language }),
        Of("timeZone", f => f.TimeZone, (f, o) => f with { TimeZone = o.TimeZone }),
        Of("newsletter", f => f.Newsletter, (f, o) => f with { Newsletter = o.Newsletter }),
        Of("notifications", f => f.Notifications, (f, o) => f with { Notifications = o.Notifications }),
        Of("propFirm", f => f.PropFirm, (f, o) => f with { PropFirm = o.PropFirm }),
        Of("accountType", f => f.AccountType, (f, o) => f with { AccountType = o.AccountType }),
        Of("accountSize", f => f.AccountSize, (f, o) => f with { AccountSize = o.AccountSize }),
        Of("birthday", f => f.Birthday, (f, o) => f with { Birthday = o.Birthday }),
        new("type", s => s.Type, (s, o) => s with { Type = o.Type }),
        new("membershipTier", s => s.Tier, (s, o) => s with { Tier = o.Tier }),
    ];

    /// <summary>Nobody chooses it: the tags of both are kept.</summary>
    public static readonly MergeField Tags = Of("tags", f => f.Tags, (f, o) => f with { Tags = o.Tags });

    public bool IsEmpty(MergeState state) => Get(state) is null or "" or 0m;

    private static MergeField Of(string name, Func<CustomerFacts, object?> get, Func<CustomerFacts, CustomerFacts, CustomerFacts> take) =>
        new(name, s => get(s.Facts), (s, o) => s with { Facts = take(s.Facts, o.Facts) });
}
