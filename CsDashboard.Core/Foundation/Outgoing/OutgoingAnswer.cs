using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CsDashboard.Foundation.Outgoing;

/// <summary>What an address answered; the body is cut to nothing when it was longer than was asked for.</summary>
public sealed record OutgoingAnswer(int Status, TimeSpan? RetryAfter, byte[] Body);
