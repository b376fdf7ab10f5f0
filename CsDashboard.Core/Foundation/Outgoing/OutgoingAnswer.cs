using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CsDashboard.Foundation.Outgoing;

/// <summary>An answer; the body is empty when it was longer than the limit.</summary>
public sealed record OutgoingAnswer(int Status, TimeSpan? RetryAfter, byte[] Body);
