namespace CsDashboard.Foundation.Events;

/// <summary>
/// Something that happened, in the past tense. A record: its own members are the payload and are stored as JSON, so a
/// name of a member or of the type is never reused for something else. Recorded with <see cref="Storage.AppDb.Record"/>.
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
    /// What was done, as the audit says it (rules.md 000, Audit): UPDATE where something was changed, CREATE where something
    /// began, else the event's own name, such as PIN_ACCESS_GRANTED. One that says otherwise does it as
    /// <c>string IEvent.Action</c>, so that the word is no part of the payload.
    /// </summary>
    string Action => Before is not null ? "UPDATE" : After is not null ? "CREATE" : EventKinds.WordOf(GetType());

    /// <summary>The customer whose own streams carry <see cref="Live"/>; null when it is for staff only.</summary>
    Guid? ForCustomer => null;

    /// <summary>A group of customers (see <see cref="Foundation.Live.Topic.Group"/>) whose streams carry <see cref="Live"/>; who belongs to it is asked when it is told.</summary>
    string? ForGroup => null;

    /// <summary>Staff hear of it too; false for what tells a group of something that staff were told before.</summary>
    bool ForStaff => true;

    /// <summary>The event under its contract name; null when programs outside are not told.</summary>
    LiveEvent? Live => null;
}
