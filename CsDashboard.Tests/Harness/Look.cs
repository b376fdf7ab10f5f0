using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CsDashboard.Foundation;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Harness;

/// <summary>How somebody's browser is set up.</summary>
public sealed record Look(
    string Locale = "en-GB",
    string TimeZone = "UTC",
    bool Dark = false,
    int Width = 1280,
    int Height = 800,
    bool Touch = false,
    bool ReducedMotion = true,
    bool ForcedColors = false
)
{
    public static readonly Look Desktop = new();
    public static readonly Look Arabic = new("ar-SA", "Asia/Riyadh");
    public static readonly Look Phone = new(Width: 390, Height: 844, Touch: true);
}
