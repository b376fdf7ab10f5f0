using CsDashboard.Foundation.Storage;

namespace CsDashboard.Notifications;

/// <summary>How a customer is reached, and the two consents that the record keeps (contract C14).</summary>
public sealed record CustomerAddress(
    Guid Id,
    string Name,
    string Email,
    string? Phone,
    string Language,
    string TimeZone,
    bool Newsletter,
    bool Notifications
);
