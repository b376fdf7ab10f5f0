using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CsDashboard.Foundation;

/// <summary>How the contract spells the words of an enum: in_progress, "Very High", BUY.</summary>
public enum Spelling
{
    Snake,
    Title,
    Upper,
}
