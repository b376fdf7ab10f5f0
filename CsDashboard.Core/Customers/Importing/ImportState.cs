using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Importing;

/// <summary>Ready: looked at, not begun. Waiting: asked to begin. Undoing and Undone: taken back.</summary>
public enum ImportState
{
    Ready,
    Waiting,
    Running,
    Done,
    Cancelled,
    Failed,
    Undoing,
    Undone,
}
