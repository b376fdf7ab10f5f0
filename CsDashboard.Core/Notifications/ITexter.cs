using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CsDashboard.Foundation.Outgoing;

namespace CsDashboard.Notifications;

/// <summary>Sends a text message. Two implementations: a provider's gateway, and a folder where there is none.</summary>
public interface ITexter
{
    /// <summary>
    /// Returns once it is accepted. <see cref="DeliveryRefused"/> when trying again can't help; any other exception when it may.
    /// </summary>
    Task Send(TextMessage message, CancellationToken cancellation);
}
