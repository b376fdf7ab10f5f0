namespace CsDashboard.Foundation.Events;

/// <summary>What an event is about: a kind of thing and its id.</summary>
public readonly record struct Subject(string Kind, Guid Id);
