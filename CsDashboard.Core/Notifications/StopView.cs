using System.Buffers.Text;
using System.Security.Cryptography;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

/// <summary>What a link stops: the company that sends, the way and the topics, and whether they are off by now.</summary>
public sealed record StopView(string Company, Channel Channel, IReadOnlyList<NoticeTopic> Topics, bool IsStopped);
