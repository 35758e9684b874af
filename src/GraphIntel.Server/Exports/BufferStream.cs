using GraphIntel.Core.Response;

namespace GraphIntel.Server.Exports;

/// <summary>A stream that appends to a buffer, for writers that need a stream. The buffer can be replaced.</summary>
internal sealed class BufferStream : Stream
{
    /// <summary>The buffer.</summary>
    public ResponseBuffer? Buffer { get; set; }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Buffer!.Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => Buffer!.Write(buffer);

    /// <inheritdoc/>
    public override void Flush()
    {
        // What is written is in the buffer at once.
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
