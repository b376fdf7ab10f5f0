using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsDashboard.Accounts;
using CsDashboard.Customers.Merging;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Privacy;

/// <summary>
/// Everything that is kept of one customer, as one ZIP: index.html for people in the customer's language, a JSON file for each
/// kind of data for programs, and their files. Written as it is read, so its size costs no memory.
/// </summary>
public sealed class CustomerArchives(Store store, IFileStore files, Tenants tenants, IEnumerable<PersonalData> kinds)
{
    // It is a lot of work, so a customer may ask for it only this often.
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> asked = new();

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new RowJson() },
    };

    /// <summary>The whole archive, with notes and whatever else staff wrote; for admins. NotFound for another company's customer.</summary>
    public Task<CustomerArchive> Of(Actor actor, Guid customerId)
    {
        actor.Demand(CustomerRights.Export);
        return Begin(actor, customerId, own: false);
    }

    /// <summary>The customer's own, without what is for staff alone. TooMany when the last one was less than ten minutes ago.</summary>
    public async Task<CustomerArchive> Mine(Actor actor)
    {
        var customer = actor.DemandCustomer();
        var last = asked.GetValueOrDefault(customer);
        if (actor.Now - last < Between)
            throw Refusal.TooMany(last + Between - actor.Now);
        // Two at once: one of them is the first.
        if (last == default ? !asked.TryAdd(customer, actor.Now) : !asked.TryUpdate(customer, actor.Now, last))
            throw Refusal.TooMany(Between);
        return await Begin(actor, customer, own: true);
    }

    private async Task<CustomerArchive> Begin(Actor actor, Guid customerId, bool own)
    {
        var (number, name, language) = await store.Write(
            actor,
            async db =>
            {
                var customer = await CustomerRecords.Find(db, customerId);
                db.Record(new CustomerExported(customerId, customer.Name, own));
                return (customer.Number, customer.Name, customer.Language);
            }
        );
        var company = (await tenants.Mine(actor)).Name;
        return new CustomerArchive(
            $"customer-{number}-{actor.Now:yyyyMMdd}.zip",
            (stream, cancellation) => Write(stream, actor, customerId, own, company, name, language, cancellation)
        );
    }

    private async Task Write(
        Stream stream,
        Actor actor,
        Guid customerId,
        bool own,
        string company,
        string name,
        string language,
        CancellationToken cancellation
    )
    {
        // In the customer's language and time zone, whoever asks.
        var reader = actor with
        {
            Language = language,
        };
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation);
        IReadOnlyList<Guid> records;
        await using (var db = store.Open(reader))
            records = await Merges.RecordsOf(db, customerId);
        var told = kinds.Where(k => !own || !k.IsStaffOnly).ToList();
        foreach (var kind in told)
        {
            var entry = zip.CreateEntry($"{kind.Name}.json", CompressionLevel.Fastest);
            await using var body = await entry.OpenAsync(cancellation);
            await using var db = store.Open(reader);
            await JsonSerializer.SerializeAsync(body, kind.Rows(db, records, own), Json, cancellation);
        }
        foreach (var kind in told)
            await WriteFiles(zip, kind, reader, records, own, cancellation);
        await WritePage(zip, told, reader, records, own, company, name, cancellation);
    }

    private async Task WriteFiles(
        ZipArchive zip,
        PersonalData kind,
        Actor actor,
        IReadOnlyList<Guid> records,
        bool own,
        CancellationToken cancellation
    )
    {
        await using var db = store.Open(actor);
        await foreach (var file in kind.Files(db, records, own).WithCancellation(cancellation))
        {
            await using var bytes = await files.Get(actor.TenantId, file.Key, cancellation);
            // The row is listed in any case; bytes that are lost can't be handed out.
            if (bytes is null)
                continue;
            await using var body = await zip.CreateEntry(file.Path, CompressionLevel.Fastest).OpenAsync(cancellation);
            await bytes.CopyToAsync(body, cancellation);
        }
    }

    private async Task WritePage(
        ZipArchive zip,
        IReadOnlyList<PersonalData> told,
        Actor actor,
        IReadOnlyList<Guid> records,
        bool own,
        string company,
        string name,
        CancellationToken cancellation
    )
    {
        await using var body = await zip.CreateEntry("index.html", CompressionLevel.Fastest).OpenAsync(cancellation);
        await using var page = new StreamWriter(body, new UTF8Encoding(false), 8192, leaveOpen: true);
        var (language, culture) = (actor.Language, CultureInfo.GetCultureInfo(actor.Language));
        string Say(string key, params object?[] values) => WebUtility.HtmlEncode(Words.In(language, key, values));
        await page.WriteAsync(
            $$$"""
            <!DOCTYPE html>
            <html lang="{{{language}}}" dir="{{{(language == "ar" ? "rtl" : "ltr")}}}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{{Say(
                "Archive_Title",
                name
            )}}}</title>
            <style>
            body{font:16px/1.6 system-ui,"Segoe UI",Tahoma,sans-serif;margin:0 auto;max-width:60rem;padding:1.5rem;color:#0f172a;background:#fff}
            h1{font-size:1.5rem}h2{font-size:1.15rem;margin-block-start:2.5rem;border-block-end:1px solid #cbd5e1}
            dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.15rem 1rem;margin:0;padding-block:.75rem;border-block-end:1px solid #e2e8f0}
            dt{color:#475569}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}dd dl{border:0;border-inline-start:3px solid #cbd5e1;padding-inline-start:.75rem}
            a{color:#1d4ed8}@media(max-width:40rem){dl{grid-template-columns:1fr}dt{font-size:.85rem}}
            @media(prefers-color-scheme:dark){body{color:#e2e8f0;background:#0f172a}dt{color:#94a3b8}a{color:#93c5fd}h2,dl,dd dl{border-color:#334155}}
            </style></head>
            <body><h1>{{{Say("Archive_Title", name)}}}</h1><p>{{{Say(
                "Archive_Text",
                company,
                actor.Now.UtcDateTime.ToString("d MMMM yyyy, HH:mm", culture)
            )}}}</p>
            <nav><ul>

            """
        );
        foreach (var kind in told)
            await page.WriteAsync($"<li><a href=\"#{kind.Name}\">{Say($"Kind_{kind.Name}")}</a></li>\n");
        await page.WriteAsync("</ul></nav>\n");
        foreach (var kind in told)
        {
            await page.WriteAsync(
                $"<section id=\"{kind.Name}\"><h2>{Say($"Kind_{kind.Name}")}</h2><p><a href=\"{kind.Name}.json\">{kind.Name}.json</a></p>\n"
            );
            var count = 0;
            await using (var db = store.Open(actor))
                await foreach (var row in kind.Rows(db, records, own).WithCancellation(cancellation))
                {
                    await page.WriteAsync(Html(row, language, culture));
                    if (++count % 100 == 0)
                        await page.FlushAsync(cancellation);
                }
            if (count == 0)
                await page.WriteAsync($"<p>{Say("Archive_None")}</p>\n");
            await page.WriteAsync("</section>\n");
        }
        await page.WriteAsync("</body></html>\n");
        await page.FlushAsync(cancellation);
    }

    private static string Html(ExportRow row, string language, CultureInfo culture)
    {
        var html = new StringBuilder("<dl>");
        foreach (var (name, value) in row.Fields)
        {
            if (value is null or "" or IReadOnlyList<ExportRow> { Count: 0 })
                continue;
            html.Append("<dt>").Append(WebUtility.HtmlEncode(Words.In(language, "Field_" + name))).Append("</dt><dd dir=\"auto\">");
            if (value is IEnumerable<ExportRow> rows)
                foreach (var inner in rows)
                    html.Append(Html(inner, language, culture));
            else if (name == "File")
                html.Append("<a href=\"")
                    .Append(WebUtility.HtmlEncode(Convert.ToString(value, CultureInfo.InvariantCulture)))
                    .Append("\">")
                    .Append(WebUtility.HtmlEncode(Words.In(language, "Archive_Open")))
                    .Append("</a>");
            else
                html.Append(WebUtility.HtmlEncode(Text(value, language, culture)));
            html.Append("</dd>");
        }
        return html.Append("</dl>\n").ToString();
    }

    private static string Text(object value, string language, CultureInfo culture) =>
        value switch
        {
            DateTimeOffset at => at.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", culture),
            bool yes => Words.In(language, yes ? "Archive_Yes" : "Archive_No"),
            decimal amount => amount.ToString("0.####", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    /// <summary>A row as an object with its fields in camelCase.</summary>
    private sealed class RowJson : JsonConverter<ExportRow>
    {
        public override ExportRow Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, ExportRow row, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (name, value) in row.Fields)
            {
                writer.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(name));
                JsonSerializer.Serialize(writer, value, options);
            }
            writer.WriteEndObject();
        }
    }
}
