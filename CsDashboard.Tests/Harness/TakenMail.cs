using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CsDashboard.Tests.Harness;

public sealed record TakenMail(string From, IReadOnlyList<string> To, string Data, string? User, string? Password, bool Secret);
