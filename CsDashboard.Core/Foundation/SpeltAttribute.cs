using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CsDashboard.Foundation;

/// <summary>On an enum whose words are not in snake_case.</summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class SpeltAttribute(Spelling spelling) : Attribute
{
    public Spelling Spelling { get; } = spelling;
}
