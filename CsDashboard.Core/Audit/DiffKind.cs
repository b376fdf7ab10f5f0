using System.Text.Json;
using CsDashboard.Foundation.Events;

namespace CsDashboard.Audit;

public enum DiffKind
{
    Same,
    Removed,
    Added,
}
