using CsDashboard.Accounts;

namespace CsDashboard.Notifications.Channels;

/// <summary>What a channel must know of people to reach them.</summary>
public sealed class AddressKind
{
    /// <summary>No address: their account is enough, and nothing leaves the house.</summary>
    public static readonly AddressKind None = new("Notice_NoAccount", (to, _, _) => to.UserId is null ? null : Place.Inside);

    public static readonly AddressKind Mail = new(
        "Notice_NoEmail",
        (to, _, _) => string.IsNullOrWhiteSpace(to.Email) ? null : Place.Of(to.Email, Emails.TryRead(to.Email, out var _)?.Shown)
    );

    /// <summary>The number of a customer's record; of staff none is known.</summary>
    public static readonly AddressKind Phone = new(
        "Notice_NoPhone",
        (_, reader, country) => reader.Phone is { } kept ? Place.Of(kept, Phones.ForTexts(kept, country)) : null
    );

    private AddressKind(string unreachedKey, Func<Recipient, Reader, string?, Place?> find) => (UnreachedKey, Find) = (unreachedKey, find);

    /// <summary>Says to staff that a customer has none.</summary>
    internal string UnreachedKey { get; }

    /// <summary>Null for whom it does not reach at all. The last value is the company's country, for numbers that name none.</summary>
    internal Func<Recipient, Reader, string?, Place?> Find { get; }
}
