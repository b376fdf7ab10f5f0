using System.Globalization;
using System.Text.Json;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Signals;

/// <summary>Where it came from: an admin by hand, a bot, or an alert of a chart.</summary>
public enum DraftSource
{
    Admin,
    Bot,
    Alert,
}
