using CsDashboard.Foundation;
using CsDashboard.Images;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace CsDashboard.Web.Images;

/// <summary>The library of pictures for staff and programs, and the signed addresses under which anybody sees them.</summary>
internal static class ImageEndpoints
{
    // A picture may have 10 MB; the rest is for the form around it.
    public const long MaxBody = PictureLimits.MaxBytes + 1_048_576;
    private const int MaxParts = 2 * Pictures.MaxBatch;

    public static void MapImages(this Api api)
    {
        var images = api.Staff.MapGroup("/images").WithTags("images");
        images
            .MapPost("/upload", Upload)
            .WithName("uploadImage")
            .WithSummary("Keeps a picture of at most 10 MB (JPEG, PNG, WebP or GIF) in the field file; the same one again is one more use")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBody))
            .AddOpenApiOperationTransformer(FileForms.Describe)
            .ProducesProblem(400)
            .ProducesProblem(413)
            .ProducesProblem(429);
        images
            .MapPost("/batch", Batch)
            .WithName("uploadImages")
            .WithSummary("Keeps up to twenty pictures in the fields files; names those that could not be kept")
            .WithMetadata(new RequestSizeLimitAttribute(Pictures.MaxBatch * MaxBody))
            .AddOpenApiOperationTransformer(FileForms.Describe)
            .ProducesProblem(400)
            .ProducesProblem(429);
        images.MapGet("/{id}", Get).WithName("getImage").WithSummary("A picture and where it lies in each size").ProducesProblem(404);
        images
            .MapGet("/{id}/original", Original)
            .WithName("getOriginalImage")
            .WithSummary("A picture in full size, without what the camera wrote into it")
            .Produces(200, contentType: "application/octet-stream")
            .ProducesProblem(404);
        images
            .MapDelete("/{id}", GiveBack)
            .WithName("deleteImage")
            .WithSummary("Gives one upload of a picture back; with the last use the picture goes")
            .ProducesProblem(404)
            .ProducesProblem(409);
    }

    public static void MapPictures(this WebApplication app) =>
        app.MapGet(PictureAddresses.Path, Show).AllowAnonymous().ExcludeFromDescription();

    private static async Task<Created<ImageAnswer>> Upload(HttpContext http, Actor actor, Pictures pictures, PictureAddresses addresses)
    {
        actor.Demand(PictureRights.Use);
        var picture = await FileForms.Take(http, (name, content) => pictures.Upload(actor, name, content, http.RequestAborted));
        return TypedResults.Created($"/api/images/{picture.Id}", ImageAnswer.Of(picture, actor, addresses));
    }

    private static async Task<Ok<ImageBatchAnswer>> Batch(HttpContext http, Actor actor, Pictures pictures, PictureAddresses addresses)
    {
        actor.Demand(PictureRights.Use);
        var made = new List<ImageAnswer>();
        var failed = new List<ImageFault>();
        async Task<bool> Keep(string name, Stream content)
        {
            if (made.Count + failed.Count == Pictures.MaxBatch)
                throw Refusal.Invalid("files", Words.Of("Picture_Many", Pictures.MaxBatch));
            try
            {
                made.Add(ImageAnswer.Of(await pictures.Upload(actor, name, content, http.RequestAborted), actor, addresses));
            }
            catch (Refusal refusal) when (refusal.Kind is RefusalKind.Invalid or RefusalKind.TooLarge)
            {
                failed.Add(new(name, refusal.Code, refusal.Message));
            }
            return true;
        }
        if ((await FileForms.TakeAll(http, MaxParts, Keep, MaxParts)).Count == 0)
            throw Refusal.Invalid("files", Words.Of("File_Missing"));
        return TypedResults.Ok(new ImageBatchAnswer(made, failed));
    }

    private static async Task<Ok<ImageAnswer>> Get(Actor actor, Pictures pictures, PictureAddresses addresses, string id) =>
        TypedResults.Ok(ImageAnswer.Of(await pictures.Get(actor, Paging.Id(id)), actor, addresses));

    private static async Task<IResult> Original(HttpContext http, Actor actor, Pictures pictures, string id)
    {
        var (type, name, content) = await pictures.Original(actor, Paging.Id(id), http.RequestAborted);
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.Stream(content, type, name);
    }

    private static async Task<Ok<ImageGone>> GiveBack(Actor actor, Pictures pictures, string id)
    {
        var left = await pictures.GiveBack(actor, Paging.Id(id));
        return TypedResults.Ok(new ImageGone(left == 0, left));
    }

    private static async Task<IResult> Show(
        HttpContext http,
        Prints prints,
        PictureAddresses addresses,
        TimeProvider clock,
        string company,
        string picture,
        string preset,
        string? s = null
    )
    {
        if (addresses.Read(company, picture, preset, s) is not { } named)
            return Results.NotFound();
        try
        {
            return await Sent(http, prints, Actor.System(named.Company, clock), named.Picture, named.Preset);
        }
        catch (Refusal refusal) when (refusal.Kind == RefusalKind.NotFound)
        {
            return Results.NotFound();
        }
    }

    private static async Task<IResult> Sent(HttpContext http, Prints prints, Actor reader, Guid picture, Preset preset)
    {
        var format = PrintFormats.For(http.Request);
        var content = await prints.Open(reader, picture, preset, format, http.RequestAborted);
        var headers = http.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = HeaderNames.Accept;
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.ContentDisposition = "inline";
        return Results.Stream(content, format.ContentType);
    }
}
