namespace CsDashboard.Foundation.Events;

/// <summary>
/// Something that happened, in the past tense. A record whose members are the payload, stored as JSON, so the name of a member or of the
/// type is never reused for something else. Recorded with <see cref="Storage.AppDb.Record"/>.
/// </summary>
public interface IEvent
{
    Subject About { get; }

    /// <summary>The sentence for the history: a key of <see cref="Words"/> and its values.</summary>
    (string Key, object?[] Values) Sentence { get; }

    /// <summary>State before and after, where something was changed.</summary>
    object? Before => null;
    object? After => null;

    /// <summary>
    /// What was done, as the audit says it (contract: enhanced, Audit): UPDATE where something was changed, CREATE where something
    /// began, else the event's own name, such as PIN_ACCESS_GRANTED. To say something else implement it explicitly as <c>string
    /// IEvent.Action</c>, which keeps the word out of the payload.
    /// </summary>
    string Action =>
        Before is not null ? "UPDATE"
        : After is not null ? "CREATE"
        : EventKinds.WordOf(GetType());

    /// <summary>The customer whose own streams carry <see cref="Live"/>; null when it is for staff only.</summary>
    Guid? ForCustomer => null;

    /// <summary>
    /// A group of customers (see <see cref="Foundation.Live.Topic.Group"/>) whose streams carry <see cref="Live"/>; membership is checked
    /// when it is sent.
    /// </summary>
    string? ForGroup => null;

    /// <summary>Staff hear of it, too; false if staff heard of it before and this only tells a group.</summary>
    bool ForStaff => true;

    /// <summary>The event under its contract name; null when outside programs don't get it.</summary>
    LiveEvent? Live => null;
}
