using CsDashboard.Foundation.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Images;

internal static class ImagesRoom
{
    public static IServiceCollection AddImages(this IServiceCollection services) =>
        services
            .AddSingleton<DarkroomLine>()
            .AddSingleton<Pictures>()
            .AddSingleton<Prints>()
            .AddSingleton<FilePrints>()
            .AddSingleton<PictureAddresses>()
            .AddSingleton<Faces>()
            .AddSingleton<Logos>()
            .AddSingleton(
                new FileHolder(
                    async (db, cancellation) =>
                        await db.Pictures.SumAsync(p => p.Size, cancellation) + await db.PicturePrints.SumAsync(p => p.Size, cancellation)
                )
            );
}
