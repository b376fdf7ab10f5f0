using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers;

/// <summary>
/// Somebody the company serves. Known by several names (contract C5): number, unique id, public id, the id of an outside
/// service. Its abilities lie in files of their own: Customer.Standing (status, type, tier), Customer.Figures.
/// </summary>
public sealed partial class Customer : ITenantOwned
{
    public Guid Id { get; init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>Counts up within the company.</summary>
    public long Number { get; internal set; }

    /// <summary>8 upper-case hex digits (contract: enhanced, Registration).</summary>
    public string UniqueId { get; internal set; } = NewUniqueId();

    /// <summary>24 lower-case hex digits: what the API calls customerId (contract C5).</summary>
    public string PublicId { get; init; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    /// <summary>The userId that an outside service gave.</summary>
    public string? OutsideId { get; set; }
    public required string Name { get; set; }

    /// <summary>The name in the other script, so that both are found.</summary>
    public string? OtherName { get; set; }

    /// <summary>As typed; compared by <see cref="NormalizedEmail"/>, which is unique in the company. Never changed.</summary>
    public required string Email { get; init; }
    public required string NormalizedEmail { get; init; }
    public string? Phone { get; set; }
    public string? Company { get; set; }

    /// <summary>Two upper-case letters (ISO 3166).</summary>
    public string? Country { get; set; }
    public DateOnly? Birthday { get; set; }

    /// <summary>Two-letter language the customer is spoken to in.</summary>
    public string Language { get; set; } = "en";

    /// <summary>IANA name.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>As <see cref="TagWords"/> has it.</summary>
    public string TagText { get; set; } = "";

    /// <summary>Consent to offers by mail.</summary>
    public bool Newsletter { get; set; }

    /// <summary>Consent to messages about what is under way.</summary>
    public bool Notifications { get; set; } = true;

    /// <summary>The firm whose account is traded; null where nobody said.</summary>
    public string? PropFirm { get; set; }

    /// <summary>Individual or Professional as far as is known (contract: enhanced, Customer data sync).</summary>
    public string? AccountType { get; set; }
    public decimal AccountSize { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public string CreatedBy { get; init; } = "";

    /// <summary>The import that made the record; null when none did.</summary>
    public Guid? ImportId { get; init; }
    public DateTimeOffset? ModifiedAt { get; private set; }
    public string? ModifiedBy { get; private set; }

    /// <summary>Counts the changes; an editor says which version they saw.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<string> Tags => TagWords.Split(TagText);

    internal static string NewUniqueId() => Convert.ToHexString(RandomNumberGenerator.GetBytes(4));

    internal CustomerFacts Facts =>
        new()
        {
            Name = Name,
            OtherName = OtherName,
            Phone = Phone,
            Company = Company,
            Country = Country,
            Birthday = Birthday,
            Language = Language,
            TimeZone = TimeZone,
            Tags = TagText,
            Newsletter = Newsletter,
            Notifications = Notifications,
            PropFirm = PropFirm,
            AccountType = AccountType,
            AccountSize = AccountSize,
        };

    internal CustomerState State => new(Facts, Type, MembershipTier);

    internal void Become(CustomerState state)
    {
        var facts = state.Facts;
        (Name, OtherName, Phone, Company, Country, Birthday) = (
            facts.Name,
            facts.OtherName,
            facts.Phone,
            facts.Company,
            facts.Country,
            facts.Birthday
        );
        (Language, TimeZone, TagText) = (facts.Language, facts.TimeZone, facts.Tags);
        (Newsletter, Notifications) = (facts.Newsletter, facts.Notifications);
        (PropFirm, AccountType, AccountSize) = (facts.PropFirm, facts.AccountType, facts.AccountSize);
        (Type, MembershipTier) = (state.Type, state.Tier);
    }

    internal void Touch(Actor actor)
    {
        Version++;
        (ModifiedAt, ModifiedBy) = (actor.Now, actor.Name);
    }
}
