namespace CsDashboard.Foundation;

/// <summary>A field that was refused and why, in the language of the person. The name is camelCase, as in the API body.</summary>
public sealed record FieldError(string Field, string Message);
