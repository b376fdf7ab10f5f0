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

public sealed record PictureAnswer(string Url);

/// <summary>An article as it is put into a message: its title and the address under which its reader finds it.</summary>
public sealed record InsertableArticle(string Title, string Url, bool IsInternal);
