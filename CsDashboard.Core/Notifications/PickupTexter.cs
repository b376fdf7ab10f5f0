using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CsDashboard.Foundation.Outgoing;

namespace CsDashboard.Notifications;

/// <summary>Writes each message as a text file, the number in its first line; whole or not at all.</summary>
public sealed class PickupTexter(string folder) : ITexter
{
    public async Task Send(TextMessage message, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var (draft, place) = (Path.Combine(folder, $".{message.Id:N}"), Path.Combine(folder, $"{message.Id:N}.txt"));
        await File.WriteAllTextAsync(draft, $"{message.To}\n\n{message.Text}\n", cancellation);
        File.Move(draft, place, overwrite: true);
    }
}
