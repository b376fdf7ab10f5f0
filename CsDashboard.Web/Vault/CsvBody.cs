using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CsDashboard.Web.Vault;

/// <summary>Says in the description that the body is a text/csv file; the handler reads it as it comes.</summary>
internal static class CsvBody
{
    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["text/csv"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
        };
        return Task.CompletedTask;
    }
}
