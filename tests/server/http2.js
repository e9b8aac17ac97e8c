// A feed and its articles over TLS, HTTP/2 or 1.1 as the client likes: node http2.js CERTIFICATE KEY. The first line says
// the port; then a line for each request: protocol version, number of the connection, path, If-None-Match.
const fs = require('fs'), http2 = require('http2');
const sessions = new Map();
const text = 'Die Reederei teilte am Dienstag mit, dass der Umbau der Mole im Frühjahr beginnt und drei Jahre dauern wird. ';
const options = {cert: fs.readFileSync(process.argv[2]), key: fs.readFileSync(process.argv[3]), allowHTTP1: true};
const server = http2.createSecureServer(options, (request, response) => {
	const socket = request.stream ? request.stream.session : request.socket;
	if (!sessions.has(socket))
		sessions.set(socket, sessions.size + 1);
	const etag = request.headers['if-none-match'] || '';
	console.log(JSON.stringify([request.httpVersion, sessions.get(socket), request.url, etag]));
	const base = 'https://' + (request.headers[':authority'] || request.headers.host);
	const items = [1, 2, 3].map(i => `<item><title>M${i}</title><link>${base}/a/${i}</link></item>`).join('');
	if (request.url === '/robots.txt') {
		response.writeHead(200, {'content-type': 'text/plain'});
		response.end('User-agent: *\nDisallow:\n');
	} else if (request.url === '/feed' && etag === '"h2"') {
		response.writeHead(304);
		response.end();
	} else if (request.url === '/feed') {
		response.writeHead(200, {'content-type': 'application/rss+xml', etag: '"h2"'});
		response.end(`<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`);
	} else {
		response.writeHead(200, {'content-type': 'text/html; charset=utf-8'});
		response.end(`<html lang=de><title>Mole ${request.url}</title><article><h1>Mole ${request.url}</h1>` +
			`<p>${text.repeat(3)}</p><p>${request.url} ${text.repeat(2)}</p></article></html>`);
	}
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
