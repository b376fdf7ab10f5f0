using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Conversation;

public sealed record SubjectCardView(
    Guid Id,
    string Kind,
    string Title,
    string? Link,
    DateTimeOffset ShownAt,
    DateTimeOffset FrozenAt,
    IReadOnlyList<CardFact> Facts
);
