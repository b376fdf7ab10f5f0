using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CsDashboard.Web.Kit;

/// <summary>What a control inside a <see cref="Field"/> needs to know of it.</summary>
public sealed record FieldLink(string Id, string DescribedBy, bool Invalid)
{
    internal static Dictionary<string, object> Attributes(IReadOnlyDictionary<string, object>? own, FieldLink? field, string css)
    {
        var all = own is null ? [] : new Dictionary<string, object>(own, StringComparer.OrdinalIgnoreCase);
        all["class"] =
            all.TryGetValue("class", out var given) && given is string { Length: > 0 } text && !text.Contains(css, StringComparison.Ordinal)
                ? $"{css} {text}"
                : css;
        if (field is null)
            return all;
        all.TryAdd("id", field.Id);
        all.TryAdd("aria-describedby", field.DescribedBy);
        if (field.Invalid)
            all["aria-invalid"] = "true";
        return all;
    }
}

/// <summary>Blazor's text input in the look of the kit. Give every one a <c>maxlength</c>.</summary>
public sealed class TextBox : InputText
{
    [CascadingParameter]
    private FieldLink? Field { get; set; }

    protected override void OnParametersSet() => AdditionalAttributes = FieldLink.Attributes(AdditionalAttributes, Field, "input");
}

/// <summary>Blazor's text area in the look of the kit, for short forms. Replies and notes use <see cref="DraftBox"/>.</summary>
public sealed class TextArea : InputTextArea
{
    [CascadingParameter]
    private FieldLink? Field { get; set; }

    protected override void OnParametersSet() => AdditionalAttributes = FieldLink.Attributes(AdditionalAttributes, Field, "input");
}

/// <summary>Blazor's select in the look of the kit.</summary>
public sealed class Select<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TValue> : InputSelect<TValue>
{
    [CascadingParameter]
    private FieldLink? Field { get; set; }

    protected override void OnParametersSet() => AdditionalAttributes = FieldLink.Attributes(AdditionalAttributes, Field, "input select");
}

/// <summary>Blazor's number input in the look of the kit.</summary>
public sealed class Number<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TValue> : InputNumber<TValue>
{
    [CascadingParameter]
    private FieldLink? Field { get; set; }

    protected override void OnParametersSet()
    {
        AdditionalAttributes = FieldLink.Attributes(AdditionalAttributes, Field, "input");
        ParsingErrorMessage = KitTexts.Get(
            (Nullable.GetUnderlyingType(typeof(TValue)) ?? typeof(TValue)) == typeof(decimal) ? "Number.Bad" : "Number.Whole"
        );
    }
}
