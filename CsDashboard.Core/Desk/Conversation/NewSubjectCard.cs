using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Conversation;

/// <summary>What a ticket is about, as another room shows it: a title, facts, where it lies, and when the customer was shown it.</summary>
public sealed record NewSubjectCard(string Kind, string Title, string? Link, DateTimeOffset ShownAt, IReadOnlyList<CardFact> Facts);
