using System.Security.Cryptography;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Jobs;
using CsDashboard.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Tests.Foundation;

public sealed class FileStoreTests
{
    private static readonly Guid First = Ids.New(),
        Second = Ids.New();

    [Fact]
    public async Task A_file_comes_back_as_it_was_put_on_disk()
    {
        using var folder = new TempFolder();
        await ComesBack(new LocalFileStore(folder.Path));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing_on_disk()
    {
        using var folder = new TempFolder();
        await BreaksOff(new LocalFileStore(folder.Path));
        Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_killed_upload_left_goes_after_the_next_start_and_nothing_else()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var (files, key) = (house.Get<IFileStore>(), Guid.NewGuid().ToString("N"));
        await files.Put(house.Nour, key, new MemoryStream([1, 2, 3]));
        // Killed in the middle, as it were: the file is there, nobody writes to it any more.
        var folder = Path.GetDirectoryName(
            Directory.GetFiles(Path.Combine(house.Database.Folder, "files"), key, SearchOption.AllDirectories).Single()
        )!;
        string Part(string name, TimeSpan age)
        {
            var path = Path.Combine(folder, name + ".part");
            File.WriteAllText(path, "half of it");
            File.SetLastWriteTimeUtc(path, (house.Clock.GetUtcNow() - age).UtcDateTime);
            return path;
        }
        var (left, running) = (Part("left", TimeSpan.FromMinutes(61)), Part("running", TimeSpan.FromMinutes(59)));
        File.SetLastWriteTimeUtc(Path.Combine(folder, key), house.Clock.GetUtcNow().AddDays(-3).UtcDateTime);

        await house
            .Services.GetServices<RecurringJob>()
            .Single(job => job.Name == "remains of uploads that were cut off")
            .Do(house.Services, default);
        (File.Exists(left), File.Exists(running)).ShouldBe((false, true));
        await using var kept = await files.Get(house.Nour, key);
        kept.ShouldNotBeNull().Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("ab/cd")]
    [InlineData("abc.part")]
    public async Task Only_keys_of_ours_name_a_file(string key)
    {
        using var folder = new TempFolder();
        await Should.ThrowAsync<ArgumentException>(() => new LocalFileStore(folder.Path).Get(First, key));
    }

    [Fact]
    public async Task A_file_comes_back_as_it_was_put_into_S3()
    {
        await using var s3 = await S3();
        await ComesBack(s3.Store);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing_in_S3()
    {
        await using var s3 = await S3();
        await BreaksOff(s3.Store);
    }

    private static async Task ComesBack(IFileStore store)
    {
        foreach (var size in new[] { 0, 1, 100_000, 6_000_000 })
        {
            var (key, bytes) = (Guid.NewGuid().ToString("N"), RandomNumberGenerator.GetBytes(size));
            await store.Put(First, key, new Upload(bytes));
            await using (var content = await store.Get(First, key))
            {
                var read = new MemoryStream();
                await content!.CopyToAsync(read);
                read.ToArray().SequenceEqual(bytes).ShouldBeTrue();
            }
            (await store.Get(Second, key)).ShouldBeNull();
            await store.Delete(Second, key);
            await (await store.Get(First, key))!.DisposeAsync();
            await store.Delete(First, key);
            await store.Delete(First, key);
            (await store.Get(First, key)).ShouldBeNull();
        }
    }

    private static async Task BreaksOff(IFileStore store)
    {
        var key = Guid.NewGuid().ToString("N");
        await Should.ThrowAsync<IOException>(() => store.Put(First, key, new Upload(new byte[300_000], breaksAfter: 200_000)));
        (await store.Get(First, key)).ShouldBeNull();
        using var cancelled = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() =>
            store.Put(First, key, new Upload(new byte[300_000], breaksAfter: 200_000, cancelled), cancelled.Token)
        );
        (await store.Get(First, key)).ShouldBeNull();
        await store.Put(First, key, new Upload([1]));
        await (await store.Get(First, key))!.DisposeAsync();
        await store.Delete(First, key);
    }

    private static async Task<S3Server> S3()
    {
        var program = Environment.GetEnvironmentVariable("CSDASHBOARD_TEST_S3RVER");
        Assert.SkipWhen(string.IsNullOrEmpty(program) || !File.Exists(program), "CSDASHBOARD_TEST_S3RVER names no s3rver.");
        var (port, folder) = (FreePort.Take(), new TempFolder());
        var server = await NodeServer.Start(program!, $"-d \"{folder.Path}\" -a 127.0.0.1 -p {port} --configure-bucket files", port);
        // The key pair that s3rver knows.
        return new S3Server(
            server,
            folder,
            new S3FileStore(
                new FileSettings
                {
                    S3Url = $"http://127.0.0.1:{port}",
                    S3Bucket = "files",
                    S3AccessKey = "S3RVER",
                    S3SecretKey = "S3RVER",
                }
            )
        );
    }

    private sealed record S3Server(NodeServer Server, TempFolder Folder, IFileStore Store) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Server.DisposeAsync();
            Folder.Dispose();
        }
    }

    private sealed class TempFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("csdashboard").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }

    /// <summary>Like the body of a request: it can't seek, and it may break off or be cancelled in the middle.</summary>
    private sealed class Upload(byte[] bytes, int breaksAfter = int.MaxValue, CancellationTokenSource? cancels = null) : Stream
    {
        private int at;
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) =>
            ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (at >= breaksAfter)
            {
                if (cancels is null)
                    throw new IOException("The connection was lost");
                cancels.Cancel();
                cancellationToken.ThrowIfCancellationRequested();
            }
            var count = Math.Min(Math.Min(buffer.Length, 50_000), bytes.Length - at);
            bytes.AsMemory(at, count).CopyTo(buffer);
            at += count;
            return ValueTask.FromResult(count);
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
