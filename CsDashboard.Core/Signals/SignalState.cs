using System.Globalization;
using System.Text.Json;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Signals;

/// <summary>Waiting for its entry, running, or over: closed with a result, or cancelled before it began.</summary>
public enum SignalState
{
    Waiting,
    Running,
    Closed,
    Cancelled,
}
