using System.Text.Json;
using CsDashboard.Foundation.Events;

namespace CsDashboard.Audit;

/// <summary>A line of a difference: a field with its value, or a line of a long text.</summary>
public sealed record DiffLine(DiffKind Kind, string Text);
