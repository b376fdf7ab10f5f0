using System.Globalization;
using System.Text;
using System.Text.Json;
using CsDashboard.Foundation.Files;

namespace CsDashboard.Bots;

/// <summary>
/// A line of a file: its number, and a candle with its place and indicators (a JSON object; null without any), or what is wrong. A line
/// that says the same as an earlier one is a repeat.
/// </summary>
public readonly record struct CandleLine(int Number, Candle Candle, CandlePlace Place, byte[]? Indicators, bool IsRepeat, string? Fault);
