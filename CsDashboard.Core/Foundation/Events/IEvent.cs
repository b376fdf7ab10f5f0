namespace CsDashboard.Foundation.Events;

/// <summary>What an event is about: a kind of thing and its id.</summary>
public readonly record struct Subject(string Kind, Guid Id);

/// <summary>What programs outside see of an event: its name in the contract and a small body.</summary>
public sealed record LiveEvent(string Name, object Data);

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

/// <summary>An event as it was recorded: what happened, with its place in the order, and who did it when.</summary>
public sealed record Recorded<T>(T Event, long Id, Guid TenantId, DateTimeOffset At, Guid? UserId, string ActorName, Role ActorRole, bool Silent) where T : IEvent
{
    /// <summary>From where it was done; null where nobody called.</summary>
    public string? Address { get; init; }
}

/// <summary>
/// Reacts to an event after its commit. It is given the database for its company, inside a transaction that also marks
/// the event as delivered: what it writes is kept exactly once. It must not touch anything but that database; what goes
/// out of the house is queued in a table and sent by a job.
/// </summary>
public interface IHandle<T> where T : IEvent
{
    Task Handle(Recorded<T> happening, Storage.AppDb db);
}

/// <summary>
/// Reacts to events that followed one another directly, all of the handler's company and in their order, in one go: what it reads, it reads for
/// all of them. When it fails, all it did is undone and it is given each alone. History that is being entered comes one by one.
/// </summary>
public interface IHandleMany<T> : IHandle<T> where T : IEvent
{
    Task Handle(IReadOnlyList<Recorded<T>> happenings, Storage.AppDb db);

    Task IHandle<T>.Handle(Recorded<T> happening, Storage.AppDb db) => Handle([happening], db);
}
