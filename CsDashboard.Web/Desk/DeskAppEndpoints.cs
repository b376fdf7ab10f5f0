using System.Security.Claims;
using CsDashboard.Desk;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Knowledge;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SignalLists = CsDashboard.Signals.SignalLists;

namespace CsDashboard.Web.Desk;

/// <summary>Small calls of our own pages, beside their circuit: with the cookie only, and outside the limits of the API.</summary>
internal static class DeskAppEndpoints
{
    private const int MaxArticles = 8,
        MaxPairs = 5;

    public static void MapDeskApp(this WebApplication app)
    {
        var own = app.MapGroup("/app")
            .ExcludeFromDescription()
            .NoteBinding()
            .WithMetadata(new RequestSizeLimitAttribute(Api.MaxBody))
            .RequireAuthorization(policy =>
                policy.RequireAuthenticatedUser().RequireAssertion(who => who.User.Identity?.AuthenticationType == Schemes.Cookie)
            );
        own.MapGet("/drafts/{key}", Draft);
        own.MapPut("/drafts/{key}", KeepDraft);
        own.MapDelete("/drafts/{key}", DropDraft);
        own.MapPost("/typing/{key}", Typing);
        own.MapGet("/files", Waiting);
        own.MapPost("/files", Upload).WithMetadata(new RequestSizeLimitAttribute(Uploads.MaxBody));
        own.MapPost("/pictures", Picture).WithMetadata(new RequestSizeLimitAttribute(Uploads.MaxBody));
        own.MapGet("/articles", Insertable);
        own.MapGet("/search", Search);
        own.MapGet("/calls/{id:guid}/call.ics", CallCalendar.File);
    }

    private static async Task<IResult> Draft(Actor actor, Drafts drafts, string key) =>
        await drafts.Get(actor, Key(key)) is { } draft ? Results.Ok(draft) : throw Refusal.NotFound();

    private static async Task<IResult> KeepDraft(Actor actor, Drafts drafts, string key, DraftInput input)
    {
        await drafts.Keep(actor, Key(key), input.Text);
        return Results.NoContent();
    }

    private static async Task<IResult> DropDraft(Actor actor, Drafts drafts, string key)
    {
        await drafts.Keep(actor, Key(key), null);
        return Results.NoContent();
    }

    // Typing in a note's box is not shown, since the customer would see it, too.
    private static async Task<IResult> Typing(Actor actor, TicketLists lists, Presence presence, string key)
    {
        if (BoxKey.Of(key) is not { TicketId: { } ticket } box)
            throw Refusal.NotFound();
        await lists.Demand(actor, ticket);
        if (box.IsReply)
            presence.Type(actor, ticket);
        return Results.NoContent();
    }

    // Files that staff upload always wait for their message, since a file of a note must never have been visible.
    private static async Task<IResult> Upload(
        HttpContext http,
        Actor actor,
        Attachments attachments,
        TicketLists lists,
        string? ticketId = null
    )
    {
        Guid? ticket = string.IsNullOrEmpty(ticketId) ? null : Paging.Id(ticketId);
        if (ticket is { } id)
            await lists.Demand(actor, id);
        var file = await Uploads.Take(http, actor, attachments, actor.IsStaff ? null : ticket);
        return Results.Created(file.Url, AnswerOf(file));
    }

    // For the text of an article, which shows it by this address.
    private static async Task<IResult> Picture(HttpContext http, Actor actor, ArticlePictures pictures)
    {
        actor.Demand(KnowledgeRights.Draft);
        var id = await FileForms.Take(http, (name, content) => pictures.Upload(actor, name, content, http.RequestAborted));
        var url = "/help/pictures/" + ArticlePicture.NameOf(id);
        return Results.Created(url, new PictureAnswer(url));
    }

    // Articles to put into a message: into a note internal ones, too.
    private static async Task<IResult> Insertable(
        Actor actor,
        Articles articles,
        IOptions<Settings> settings,
        string? q = null,
        string? language = null,
        bool note = false
    )
    {
        var found = await articles.ForStaff(actor, q, language ?? actor.Language, note, MaxArticles);
        var home = settings.Value.PublicUrl.TrimEnd('/');
        return Results.Ok(
            found.Select(a => new InsertableArticle(
                a.Title,
                home + (a.IsInternal ? $"/admin/knowledge/{a.Id}" : "/help/" + Uri.EscapeDataString(a.Slug)),
                a.IsInternal
            ))
        );
    }

    // The files of an unsent box, as its draft names them.
    private static async Task<IResult> Waiting(Actor actor, Drafts drafts, Attachments attachments, string? box = null)
    {
        var kept = await drafts.Get(actor, Key(box));
        var ids = (kept?.Text ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => Guid.TryParse(id, out var known) ? known : Guid.Empty)
            .Where(id => id != Guid.Empty);
        return Results.Ok((await attachments.Waiting(actor, ids)).Select(AnswerOf).ToArray());
    }

    private static UploadAnswer AnswerOf(AttachmentView file) => new(file.Id, file.OriginalName, file.Size, file.ContentType, file.Url);

    private static async Task<IResult> Search(
        ClaimsPrincipal person,
        Actor actor,
        QuickSearch lookups,
        Articles articles,
        SignalLists signals,
        IStringLocalizerFactory localizers,
        IAuthorizationService authorization,
        string? q = null
    )
    {
        var entries = (await lookups.Find(actor, q))
            .Select(f => new PaletteEntry(Words.Of("Found_" + f.Kind), f.Title, f.Description, HrefOf(actor, f)))
            .ToList();
        if (q?.Trim().Length > 1)
            entries.AddRange(
                (await SettingsPlace.Find(SettingsMap.All, q, person, localizers, authorization)).Select(place => new PaletteEntry(
                    DeskTexts.Get("Found.Setting"),
                    place.NameIn(localizers),
                    "",
                    place.Href
                ))
            );
        if (q?.Trim() is { Length: > 1 } asked)
        {
            entries.AddRange(await Help(actor, articles, asked));
            entries.AddRange(
                (await signals.Pairs(actor))
                    .Where(pair => pair.StartsWith(asked, StringComparison.OrdinalIgnoreCase))
                    .Take(MaxPairs)
                    .Select(pair => new PaletteEntry(
                        DeskTexts.Get("Found.Signals"),
                        pair,
                        "",
                        SignalsOf(actor) + Uri.EscapeDataString(pair)
                    ))
            );
        }
        return Results.Ok(entries);
    }

    // Staff read the published ones where customers do, and the internal ones at their desk.
    private static async Task<IEnumerable<PaletteEntry>> Help(Actor actor, Articles articles, string asked) =>
        actor.IsStaff
            ? (await articles.ForStaff(actor, asked, actor.Language, withInternal: true, MaxArticles)).Select(a => new PaletteEntry(
                Words.Of("Found_Article"),
                a.Title,
                a.IsInternal ? DeskTexts.Get("Composer.ArticleInternal") : "",
                a.IsInternal ? $"/admin/knowledge/{a.Id}" : "/help/" + Uri.EscapeDataString(a.Slug)
            ))
            : (await articles.Search(actor, asked, actor.Language, MaxArticles)).Select(a => new PaletteEntry(
                Words.Of("Found_Article"),
                a.Title,
                a.Summary,
                "/help/" + Uri.EscapeDataString(a.Slug)
            ));

    private static string SignalsOf(Actor actor) => actor.IsStaff ? "/admin/signals?tab=published&pair=" : "/portal/signals?pair=";

    private static string HrefOf(Actor actor, Found found) =>
        (
            found.Kind == FoundKind.Customer ? "/desk/customers/"
            : actor.IsStaff ? "/desk/tickets/"
            : "/portal/tickets/"
        ) + found.Id;

    private static BoxKey Key(string? key) => BoxKey.Of(key) ?? throw Refusal.Invalid("key", Words.Of("Draft_Key"));
}
