using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Conversation;

/// <summary>How the value of a fact is shown: as it is, as a figure, or as an instant in the reader's zone.</summary>
public enum FactForm
{
    Text,
    Figure,
    Time,
}
