using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CsDashboard.Web.Server;

/// <summary>A body whose members are written in snake_case, as the market's calls have them; everything else is camelCase.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SnakeCaseAttribute : Attribute
{
    /// <summary>Renames the members of marked types, for reading, writing and the description of the API alike.</summary>
    internal static void Rename(JsonTypeInfo type)
    {
        if (!type.Type.IsDefined(typeof(SnakeCaseAttribute), inherit: false))
            return;
        foreach (var member in type.Properties)
            if (
                member.AttributeProvider is System.Reflection.MemberInfo { Name: var name } of
                && !of.IsDefined(typeof(JsonPropertyNameAttribute), inherit: false)
            )
                member.Name = JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
    }
}
