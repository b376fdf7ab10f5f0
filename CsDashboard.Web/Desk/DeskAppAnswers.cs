using CsDashboard.Desk;
using CsDashboard.Foundation;
using CsDashboard.Knowledge;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Desk;

public sealed record DraftInput(string? Text);

public sealed record UploadAnswer(Guid Id, string OriginalName, long Size, string ContentType, string Url);

/// <summary>An entry of the palette; the kind is a word for people.</summary>
public sealed record PaletteEntry(string Kind, string Title, string Description, string Href);
